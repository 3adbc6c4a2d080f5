// A shop as applications in Go are: shop ADDRESS DATABASE. It says its port, and ends when its input does.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

type shop struct {
	client           *mongo.Client
	stock, movements *mongo.Collection
}

func (s *shop) take(ctx context.Context, quantity int) (bool, error) {
	var lot struct{ Quantity int }
	if err := s.stock.FindOne(ctx, bson.M{"_id": "S-1"}).Decode(&lot); err != nil {
		return false, err
	}
	if lot.Quantity < quantity {
		return false, nil
	}
	rest := bson.M{"$set": bson.M{"quantity": lot.Quantity - quantity}}
	if _, err := s.stock.UpdateOne(ctx, bson.M{"_id": "S-1"}, rest); err != nil {
		return false, err
	}
	return true, s.moves(ctx, quantity)
}

func (s *shop) takeSafely(ctx context.Context, quantity int) (bool, error) {
	enough := bson.M{"_id": "S-1", "quantity": bson.M{"$gte": quantity}}
	err := s.stock.FindOneAndUpdate(ctx, enough, bson.M{"$inc": bson.M{"quantity": -quantity}}).Err()
	if errors.Is(err, mongo.ErrNoDocuments) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, s.moves(ctx, quantity)
}

func (s *shop) moves(ctx context.Context, quantity int) error {
	_, err := s.movements.InsertOne(ctx, bson.M{"stock": "S-1", "quantity": quantity})
	return err
}

func (s *shop) takeInTransaction(ctx context.Context, quantity int) (bool, error) {
	session, err := s.client.StartSession()
	if err != nil {
		return false, err
	}
	defer session.EndSession(ctx)
	taken, err := session.WithTransaction(ctx, func(ctx context.Context) (any, error) {
		return s.take(ctx, quantity)
	})
	return err == nil && taken.(bool), err
}

func handler(take func(context.Context, int) (bool, error)) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		quantity, err := strconv.Atoi(request.URL.Query().Get("quantity"))
		if err != nil {
			http.Error(response, err.Error(), http.StatusBadRequest)
			return
		}
		taken, err := take(request.Context(), quantity)
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
		} else if !taken {
			response.WriteHeader(http.StatusConflict)
		}
	}
}

func main() {
	client, err := mongo.Connect(options.Client().ApplyURI(os.Args[1]))
	if err != nil {
		log.Fatal(err)
	}
	database := client.Database(os.Args[2])
	s := &shop{client, database.Collection("stock"), database.Collection("movements")}
	http.HandleFunc("POST /take", handler(s.take))
	http.HandleFunc("POST /take-safely", handler(s.takeSafely))
	http.HandleFunc("POST /take-in-transaction", handler(s.takeInTransaction))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.Serve(listener, nil)) }()
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	io.Copy(io.Discard, os.Stdin)
}
